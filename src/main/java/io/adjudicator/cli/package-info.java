/**
 * the command line door.
 */
@NullMarked
package io.adjudicator.cli;

import org.jspecify.annotations.NullMarked;
