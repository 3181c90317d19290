/**
 * prices a verdict exactly; no rounding.
 */
@NullMarked
package io.adjudicator.rating;

import org.jspecify.annotations.NullMarked;
