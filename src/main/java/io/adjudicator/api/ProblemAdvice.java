package io.adjudicator.api;

import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every exception of a handler becomes a problem here. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused, HttpServletRequest request) {
        Problem problem = Problem.of(refused);
        // Codes alone: a fault's message and pointer repeat parts of the record.
        LOG.atInfo()
                .addKeyValue("problem", problem.code())
                .addKeyValue("status", problem.status())
                .addKeyValue("faults", refused.faults().size())
                .log("Request refused");
        return answer(problem, request, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> forbidden(AccessDeniedException denied, HttpServletRequest request) {
        return answer(HttpProblems.forbidden(), request, new HttpHeaders());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<Problem> databaseUnavailable(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        rethrowIfBegun(e, response);
        return answer(ProblemWriter.databaseUnavailable(e), request, ProblemWriter.retryLater());
    }

    /** The sender left in the middle of its body: nobody will read this. */
    @ExceptionHandler
    ResponseEntity<Problem> brokenOff(IOException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            throw e;
        }
        return answer(HttpProblems.of(HttpStatus.BAD_REQUEST, request), request, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> anythingElse(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        rethrowIfBegun(e, response);
        if (e instanceof ErrorResponse error && error.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(error.getStatusCode().value());
            return answer(HttpProblems.of(status, request), request, error.getHeaders());
        }
        return answer(ProblemWriter.bug(e), request, new HttpHeaders());
    }

    /** Half an answer is on its way: only a broken connection can still tell the caller that it is not whole. */
    private static void rethrowIfBegun(Exception e, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e;
        }
        response.resetBuffer();
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpServletRequest request, HttpHeaders headers) {
        return ProblemWriter.answer(problem.at(request.getRequestURI()), headers);
    }
}
