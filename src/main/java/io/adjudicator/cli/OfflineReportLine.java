package io.adjudicator.cli;

import io.adjudicator.cli.OfflineBookings.Booked;
import io.adjudicator.kernel.Amount;
import io.adjudicator.report.ReportLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;

/** A booked report line as bytes, for sorting. The order of the parts is that of the record. */
final class OfflineReportLine {

    private OfflineReportLine() {}

    static byte[] bytes(Booked booked) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(384);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(booked.month().toString());
        ReportLine line = booked.line();
        out.writeUTF(line.entry().name());
        out.writeUTF(line.outcomeId());
        out.writeUTF(line.outcomeType());
        out.writeUTF(line.source());
        out.writeUTF(line.id());
        out.writeUTF(line.session());
        out.writeUTF(line.account());
        out.writeUTF(line.timestamp().toString());
        out.writeUTF(line.channel());
        out.writeUTF(line.workflowType());
        out.writeUTF(line.criteria());
        out.writeUTF(line.handoff());
        out.writeUTF(line.windowStatus());
        out.writeUTF(line.windowClosesAt().toString());
        out.writeUTF(line.verification());
        out.writeUTF(line.status());
        out.writeUTF(line.reason());
        out.writeUTF(line.tier());
        out.writeUTF(line.amount().number().toPlainString());
        out.writeUTF(line.amount().unit().code());
        out.writeUTF(line.sourceLink());
        return bytes.toByteArray();
    }

    static Booked of(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        return new Booked(YearMonth.parse(in.readUTF()), line(in));
    }

    private static ReportLine line(DataInputStream in) throws IOException {
        return new ReportLine(
                ReportLine.Entry.valueOf(in.readUTF()),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                Instant.parse(in.readUTF()),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                Instant.parse(in.readUTF()),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                Amount.of(in.readUTF(), in.readUTF()),
                in.readUTF());
    }
}
