/**
 * Who may come, and as what: API keys and the accounts of people, both stored hashed, and the roles they carry.
 *
 * <p>Owns the tables {@code api_key}, {@code account} and {@code sign_in_attempt}, the form of a key and of a password. Does not own what each role may do: those
 * are the doors' tables ({@code io.adjudicator.api.Endpoint}, {@code io.adjudicator.console.ConsolePath}); nor the sessions, which Spring
 * Session writes and this room ends.
 *
 * <p>Invariants: a secret is shown once and never stored, logged or compared in variable time; a key or account of the role customer is
 * bound to exactly one customer and no other is; a revoked key stops working within {@link
 * io.adjudicator.access.Keys#REVOKED_WITHIN} on every replica and never works again; a disabled account stops with its next
 * request; a name is never given to a second person. Times: {@code createdAt}, {@code revokedAt} and {@code disabledAt} are when we
 * recorded it.
 */
@NullMarked
package io.adjudicator.access;

import org.jspecify.annotations.NullMarked;
