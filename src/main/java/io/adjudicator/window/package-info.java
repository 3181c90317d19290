/**
 * measurement windows, cohorts and session rules.
 */
@NullMarked
package io.adjudicator.window;

import org.jspecify.annotations.NullMarked;
