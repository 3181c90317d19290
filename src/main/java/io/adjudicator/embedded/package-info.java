/**
 * PostgreSQL and Zeebe for one machine, and the one clock that drives the service and the broker.
 *
 * <p><b>Purpose.</b> A person with a JDK and Maven gets the whole system from one command, with the same
 * PostgreSQL and the same Zeebe that a data centre would run.
 *
 * <p><b>Owns:</b> the data directory and who may use it, both child processes (start, supervision, stop, and their end
 * when the service dies), the broker's distribution in the cache, free ports, and the application's
 * {@link java.time.InstantSource}.
 *
 * <p><b>Does not own:</b> the schema, the processes, and any connection to an external PostgreSQL or Zeebe: with
 * {@code spring.datasource.url} or {@code adjudicator.zeebe.grpc-address} set, nothing is started here.
 *
 * <p><b>Invariants:</b>
 * <ul>
 *   <li>one service per data directory, held by a file lock that dies with the process;
 *   <li>no child outlives the service, also after {@code kill -9}: each has a watchdog that reads a pipe held by the
 *       service, and the next start stops whatever a lost watchdog left;
 *   <li>the database is durable (fsync on, synchronous commit on) and kept across restarts;
 *   <li>a child that dies is started again on the same ports;
 *   <li>when time is moved the service moves first, neither goes back, and only the broker's clock goes on running after it.
 * </ul>
 *
 * <p><b>Times.</b> {@code now()} of the service has microseconds, as PostgreSQL stores them; the broker's clock has
 * milliseconds.
 */
@NullMarked
package io.adjudicator.embedded;

import org.jspecify.annotations.NullMarked;
