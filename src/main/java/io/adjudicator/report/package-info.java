/**
 * usage reports from what was written.
 */
@NullMarked
package io.adjudicator.report;

import org.jspecify.annotations.NullMarked;
