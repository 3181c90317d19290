/**
 * API keys, stored hashed, and the roles they carry.
 */
@NullMarked
package io.adjudicator.access;

import org.jspecify.annotations.NullMarked;
