/**
 * All Zeebe code: the engine waits, the database knows.
 *
 * <p><b>Purpose.</b> Each cohort of measurement windows gets a process that waits until the windows close and then asks the
 * adjudicator to settle it.
 *
 * <p><b>Owns:</b> the connection to any Zeebe cluster, the deployment of {@code processes/}, the message that opens a cohort's
 * process, the worker that settles, and the health of all that.
 *
 * <p><b>Does not own:</b> which cohorts there are (window) and what settling decides (adjudication).
 *
 * <p><b>Invariants:</b>
 * <ul>
 *   <li>process variables are ids and ISO-8601 strings, never facts;
 *   <li>everything may happen twice, from any replica: message ids and settling are idempotent;
 *   <li>a job never becomes an incident, since an incident would keep its cohort from being published again;
 *   <li>without Zeebe everything else goes on: it is tried again every second, and complained about once a minute.
 * </ul>
 *
 * <p><b>Times.</b> {@code settlesAt} is when a timer fires; whether a window is closed is decided by the service's clock.
 */
@NullMarked
package io.adjudicator.workflow;

import org.jspecify.annotations.NullMarked;
