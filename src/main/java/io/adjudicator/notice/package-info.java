/**
 * Tells those who asked what happened, by signed webhooks after the Standard Webhooks specification (docs/webhooks.md).
 *
 * <p><b>Owns:</b> webhooks with their secrets, the outbox of notices, their deliveries and the log of attempts, and the only
 * connections that the service makes to addresses that others named.
 *
 * <p><b>Does not own:</b> what happened. Other rooms publish events inside their transactions and know nothing of webhooks.
 *
 * <p><b>Invariants:</b>
 * <ul>
 *   <li>a notice is written in the transaction of what it tells, or not at all;
 *   <li>it is sent at least once, in any order, always under the same id and with the same body;
 *   <li>nothing is sent to an address that is not public, unless the installation allows its network; names are resolved once and
 *       the connection goes to that very address; redirects are not followed;
 *   <li>a customer's webhook is told of that customer alone;
 *   <li>any number of replicas may send: a delivery is one sender's for as long as an attempt can take.
 * </ul>
 *
 * <p><b>Times:</b> {@code occurredAt} is when it happened, {@code recordedAt} when the notice was written, {@code attemptedAt} and the
 * header {@code webhook-timestamp} when it was sent.
 */
@NullMarked
package io.adjudicator.notice;

import org.jspecify.annotations.NullMarked;
