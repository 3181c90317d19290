/**
 * claims, evidence and sessions as they were received; identity and repeats.
 */
@NullMarked
package io.adjudicator.intake;

import org.jspecify.annotations.NullMarked;
