/**
 * The words every room shares: identities, digests, units and amounts, periods, refusals, canonical JSON.
 *
 * <p>Owns nothing that changes. Knows no other room; JDK, Jackson and Joda-Money only.
 */
@NullMarked
package io.adjudicator.kernel;

import org.jspecify.annotations.NullMarked;
