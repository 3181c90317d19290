/**
 * The public language of rules: all that a rule file may import.
 *
 * <p>A rule reads the flat fact {@code OutcomeFacts}, whose fields are the vocabulary, and adds to {@code findings}.
 */
@NullMarked
package io.adjudicator.rules.facts;

import org.jspecify.annotations.NullMarked;
