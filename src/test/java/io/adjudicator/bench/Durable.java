package io.adjudicator.bench;

import java.util.List;

/** What the service does with its database: taking claims in, and settling them. */
final class Durable {

    private Durable() {}

    static List<Measured> intake() throws Exception {
        double[] lines = new double[Rounds.COUNTED];
        double[] rows = new double[Rounds.COUNTED];
        try (LiveService service = new LiveService()) {
            Rounds rounds = new Rounds(service);
            rounds.send(0);
            CopiedClaimStore copy = new CopiedClaimStore(service.database());
            byte[] claims = copy.claims(Rounds.CLAIMS);
            for (int i = 0; i < Rounds.COUNTED; i++) {
                lines[i] = rounds.send(i + 1);
                rows[i] = Rounds.CLAIMS * 1e9 / copy.nanosToCopy(claims);
            }
        }
        Series intake = new Series(lines);
        Series raw = new Series(rows);
        return List.of(
                Measured.of(
                        "claims received over HTTP, batches of 10,000",
                        intake,
                        "lines/s",
                        8_000,
                        ", " + Series.times(intake.ratioTo(raw)) + " of COPY"),
                Measured.of("COPY of the same rows into a plain table", raw, "rows/s", "", ""));
    }

    static List<Measured> settling() throws Exception {
        double[] claims = new double[Rounds.COUNTED];
        try (LiveService service = new LiveService()) {
            Rounds rounds = new Rounds(service);
            for (int round = 0; round <= Rounds.COUNTED; round++) {
                rounds.send(round);
                double rate = rounds.settle(round);
                if (round > 0) {
                    claims[round - 1] = rate;
                }
            }
        }
        return List.of(Measured.of("claims settled, one cohort of 100,000", new Series(claims), "claims/s", 5_000, ""));
    }
}
