/**
 * All Zeebe code: the engine waits, the database knows.
 *
 * <p><b>Purpose.</b> Each cohort of measurement windows gets a process that waits until the windows close and then asks the
 * adjudicator to settle it. Each case gets a process that has the rooms do their steps, and puts its user tasks into the queue.
 *
 * <p><b>Owns:</b> the connection to any Zeebe cluster, the deployment of {@code processes/}, the messages that start processes or that
 * they wait for, the workers that settle, do steps and ask people, and the health of all that.
 *
 * <p><b>Does not own:</b> which cohorts there are (window), what settling decides (adjudication), which tasks there are and who has them
 * (casework), and what a step does (whoever implements it).
 *
 * <p><b>Invariants:</b>
 * <ul>
 *   <li>process variables are ids and ISO-8601 strings, never facts;
 *   <li>everything may happen twice, from any replica: message ids, settling, steps and tasks are idempotent;
 *   <li>a job never becomes an incident, since an incident would keep its cohort or case from being published again: what fails is tried
 *       for ever, and an answer that its process cannot go on with is refused here;
 *   <li>after an answered task the next step says where the case stands, so that a lost or misled process finds its way;
 *   <li>without Zeebe everything else goes on: it is tried again every second, and complained about once a minute.
 * </ul>
 *
 * <p><b>Times.</b> {@code settlesAt} is when a timer fires; whether a window is closed is decided by the service's clock.
 */
@NullMarked
package io.adjudicator.workflow;

import org.jspecify.annotations.NullMarked;
