/**
 * The door for people: pages rendered on the server, for reviewers, deal desk, finance, auditors and each customer's own people.
 *
 * <p>Owns the paths under {@code /console}, who may open which ({@link io.adjudicator.console.ConsolePath}), signing in and out, and how
 * things look. Does not own any decision or figure: it reads, asks one room, and shows the answer; amounts are formatted here and never
 * calculated.
 *
 * <p>Invariants: every form works without a script and carries a token against forgery; nothing is loaded from another host, no script
 * and no style stands inside a page (the Content-Security-Policy allows none); a customer's people see that customer alone, and
 * everything else is as unknown to them as what does not exist; whoever is disabled is out with the next request. Times: shown in the
 * contract's zone, which is named beside them; machine-readable in UTC.
 */
@NullMarked
package io.adjudicator.console;

import org.jspecify.annotations.NullMarked;
