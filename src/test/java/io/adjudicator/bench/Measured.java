package io.adjudicator.bench;

/** One line of the table. */
record Measured(String what, String measured, String target, String ratio) {

    /** With a target that is a number: the ratio says how much of it was reached. */
    static Measured of(String what, Series series, String unit, double target, String remark) {
        String reached = Series.times(series.median() / target) + " of target" + remark;
        return new Measured(what, series.text() + " " + unit, "%,.0f %s".formatted(target, unit), reached);
    }

    static Measured of(String what, Series series, String unit, String target, String ratio) {
        return new Measured(what, series.text() + " " + unit, target, ratio);
    }
}
