/**
 * the HTTP door.
 */
@NullMarked
package io.adjudicator.api;

import org.jspecify.annotations.NullMarked;
