/**
 * Who may call, and as what: API keys, stored hashed, and the roles they carry.
 *
 * <p>Owns the table {@code api_key} and the form of a key. Does not own what each role may do: that is the door's table of
 * endpoints ({@code io.adjudicator.api.Endpoint}).
 *
 * <p>Invariants: a secret is shown once and never stored, logged or compared in variable time; a key of the role customer is
 * bound to exactly one customer and no other key is; a revoked key stops working within {@link
 * io.adjudicator.access.Keys#REVOKED_WITHIN} on every replica and never works again. Times: {@code createdAt} and {@code
 * revokedAt} are when we recorded it.
 */
@NullMarked
package io.adjudicator.access;

import org.jspecify.annotations.NullMarked;
