package io.adjudicator.dispute;

import io.adjudicator.contract.ContractVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a selection came to.
 *
 * @param contract that the latest of the decisions was made under
 */
record Chosen(List<Disputed> outcomes, ContractVersion contract, Optional<Drawn> drawn) {}
