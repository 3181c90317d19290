/**
 * Work that waits for people: cases, their timelines, and the tasks in the queue.
 *
 * <p><b>Purpose.</b> A room that needs a person opens a case; the case's process asks for tasks when it is somebody's turn; whoever
 * decides completes the task, and the process goes on.
 *
 * <p><b>Owns:</b> the tables {@code work_case}, {@code case_event}, {@code case_signal} and {@code task}; who has which task; reminders
 * and what is overdue; what the engine still has to be told ({@link io.adjudicator.casework.CaseOutbox}).
 *
 * <p><b>Does not own:</b> what a case is about and what an answer means (the rooms that open cases), nor the waiting itself (workflow).
 *
 * <p><b>Invariants:</b>
 * <ul>
 *   <li>a case has at most one task per kind and round, however often its process asks;
 *   <li>a closed case has no open task;
 *   <li>a task changes only under its version, so two people never decide it;
 *   <li>what happened to a case is never changed or removed;
 *   <li>the engine may forget everything: cases and tasks say where each process has to go.
 * </ul>
 *
 * <p><b>Times.</b> {@code openedAt}, {@code closedAt}, {@code createdAt} and {@code at} are when we recorded it; {@code dueAt} and
 * {@code remindAt} are when somebody should have decided, or is reminded.
 */
@NullMarked
package io.adjudicator.casework;

import org.jspecify.annotations.NullMarked;
