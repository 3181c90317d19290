package io.adjudicator.rules;

/** Who wrote a rule: the product's base, a row of the contract, or a DRL file of the customer's folder. */
public enum RuleOrigin {
    BASE,
    CONTRACT_ROW,
    OVERRIDE_FILE
}
