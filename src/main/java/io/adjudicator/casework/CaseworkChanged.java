package io.adjudicator.casework;

/** Cases were opened or closed, tasks were completed, or signals given: once it is committed, the engine has to be told. */
public record CaseworkChanged() {}
