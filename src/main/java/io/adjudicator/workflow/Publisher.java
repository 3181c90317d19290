package io.adjudicator.workflow;

/** An outbox whose letters go to the engine. */
interface Publisher {

    /** Tells the engine all that it was not told yet. */
    void publishNew();

    /** Tells it again what it may have lost. Called now and then; asking again is harmless. */
    void publishOverdue();

    /** The engine was away, and may have lost everything. */
    void engineAway();
}
