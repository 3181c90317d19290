/**
 * PostgreSQL, Zeebe and the clock for one machine.
 */
@NullMarked
package io.adjudicator.embedded;

import org.jspecify.annotations.NullMarked;
