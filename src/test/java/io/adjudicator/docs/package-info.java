/**
 * The repository read as a newcomer reads it: what the documents say is tried, and what no tool complains of is tidied.
 *
 * <p>Owns: the checks of README, docs, rules, processes and of the files themselves. Does not own: arrows and bans between
 * rooms ({@code ArchitectureTest}), the OpenAPI document and problem codes (room {@code api}).
 */
@NullMarked
package io.adjudicator.docs;

import org.jspecify.annotations.NullMarked;
