package io.adjudicator.bench;

import java.util.List;

/** What the service does with its database: taking claims in, and settling them. */
final class Durable {

    private Durable() {}

    static List<Measured> measure() throws Exception {
        double[] received = new double[Rounds.COUNTED];
        double[] copied = new double[Rounds.COUNTED];
        double[] settled = new double[Rounds.COUNTED];
        try (LiveService service = new LiveService(BenchContract.CUSTOMERS)) {
            Rounds rounds = new Rounds(service);
            rounds.warmUp();
            CopiedClaimStore copy = new CopiedClaimStore(service.database());
            for (int i = 0; i < Rounds.COUNTED; i++) {
                received[i] = rounds.send(i + 1, Rounds.CLAIMS);
                copied[i] = copy.rowsPerSecond(Rounds.CLAIMS);
                settled[i] = rounds.settle(i + 1, Rounds.CLAIMS);
            }
        }
        return table(new Series(received), new Series(copied), new Series(settled));
    }

    private static List<Measured> table(Series received, Series copied, Series settled) {
        String ofCopy = ", " + Series.times(received.ratioTo(copied)) + " of COPY";
        return List.of(
                Measured.of("claims received over HTTP, batches of 10,000", received, "lines/s", 8_000, ofCopy),
                Measured.of("COPY of the same rows into a plain table", copied, "rows/s", "", ""),
                Measured.of("claims settled, one cohort of 100,000", settled, "claims/s", 5_000, ""));
    }
}
