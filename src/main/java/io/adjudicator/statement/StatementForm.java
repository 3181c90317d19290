package io.adjudicator.statement;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/** The forms in which a statement is given out. */
public enum StatementForm {
    JSON("application/json"),
    CSV("text/csv"),
    PDF("application/pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String mediaType;

    StatementForm(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Leaves the stream open. */
    public void write(Statement statement, OutputStream out) throws IOException {
        switch (this) {
            case JSON -> out.write(MAPPER.writeValueAsBytes(statement));
            case CSV -> StatementCsv.write(statement, out);
            case PDF -> StatementPdf.write(statement, out);
            case XLSX -> StatementXlsx.write(statement, out);
        }
    }
}
