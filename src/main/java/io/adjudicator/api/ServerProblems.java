package io.adjudicator.api;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem what Tomcat refuses before any filter of ours runs: a bad request line, a header that is too large. */
final class ServerProblems extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProblems.class);

    private final JsonMapper json;

    ServerProblems(JsonMapper json) {
        this.json = json;
    }

    /** Called after every request; only what failed and has no body yet is for us. */
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        if (response.getHeader(RequestIdFilter.HEADER) == null) {
            response.setHeader(RequestIdFilter.HEADER, RequestIdFilter.newId());
        }
        LOG.atInfo()
                .addKeyValue("refusedAs", response.getHeader(RequestIdFilter.HEADER))
                .addKeyValue("status", status)
                .log("Request refused by the HTTP server");
        try {
            write(response, HttpProblems.ofServer(HttpStatus.valueOf(status)));
        } catch (IOException gone) {
            LOG.debug("Whoever asked has left", gone);
        }
    }

    private void write(Response response, Problem problem) throws IOException {
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        PrintWriter writer = response.getReporter();
        if (writer != null) {
            writer.write(json.writeValueAsString(problem));
            response.finishResponse();
        }
    }
}
