/**
 * all Zeebe code; the engine waits, the database knows.
 */
@NullMarked
package io.adjudicator.workflow;

import org.jspecify.annotations.NullMarked;
