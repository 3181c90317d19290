package io.adjudicator.api;

import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every exception of a handler becomes a problem here. */
@RestControllerAdvice
final class ProblemAdvice {

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused, HttpServletRequest request) {
        return answer(Problem.of(refused), request, new HttpHeaders());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Problem> databaseUnavailable(Exception e, HttpServletRequest request) {
        return answer(ProblemWriter.databaseUnavailable(e), request, ProblemWriter.retryLater());
    }

    @ExceptionHandler
    ResponseEntity<Problem> anythingElse(Exception e, HttpServletRequest request) {
        if (e instanceof AccessDeniedException) {
            return answer(HttpProblems.forbidden(), request, new HttpHeaders());
        }
        Optional<Problem> ofSpring = e instanceof ErrorResponse error ? clientError(error, request) : Optional.empty();
        return ofSpring.map(problem -> answer(problem, request, ((ErrorResponse) e).getHeaders()))
                .orElseGet(() -> answer(ProblemWriter.bug(e), request, new HttpHeaders()));
    }

    /** What Spring MVC found wrong with a request before any handler saw it. */
    private static Optional<Problem> clientError(ErrorResponse error, HttpServletRequest request) {
        HttpStatusCode status = error.getStatusCode();
        return status.is4xxClientError()
                ? Optional.of(HttpProblems.of(HttpStatus.valueOf(status.value()), request))
                : Optional.empty();
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpServletRequest request, HttpHeaders headers) {
        return ProblemWriter.answer(problem.at(request.getRequestURI()), headers);
    }
}
