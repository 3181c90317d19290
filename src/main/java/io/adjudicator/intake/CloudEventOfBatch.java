package io.adjudicator.intake;

/** One event of a batch, not read yet: a faulty one must not take the others with it. */
@FunctionalInterface
public interface CloudEventOfBatch {

    /** Throws {@link io.adjudicator.kernel.Refused} with every fault. */
    Received read();
}
