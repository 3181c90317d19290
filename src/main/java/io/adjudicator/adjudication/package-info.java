/**
 * decides; writes decisions, and supersedes them.
 */
@NullMarked
package io.adjudicator.adjudication;

import org.jspecify.annotations.NullMarked;
