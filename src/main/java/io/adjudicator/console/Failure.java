package io.adjudicator.console;

import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What somebody sees when a page cannot be shown or an action was refused: what happened, and what to do. */
@ControllerAdvice(basePackageClasses = Failure.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Failure {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private final Frame frame;

    Failure(Frame frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = switch (refused.kind()) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        String title = refused.kind() == Refused.Kind.NOT_FOUND ? "There is no such page" : "This was refused";
        return page(request, response, status, title, Act.messages(refused));
    }

    @ExceptionHandler
    ModelAndView forbidden(AccessDeniedException denied, HttpServletRequest request, HttpServletResponse response) {
        return page(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "This is not for your role",
                List.of(
                        "Your account may not open this page or do this. If a form had been open for long, reload its page and try again."));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ModelAndView databaseUnavailable(Exception e, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("Database unavailable: {}", e.getClass().getSimpleName());
        return page(
                request,
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer",
                List.of("Nothing was changed. Try again in some seconds."));
    }

    @ExceptionHandler
    ModelAndView anythingElse(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e; // only a broken connection can still tell that the page is not whole
        }
        if (e instanceof ErrorResponse error && error.getStatusCode().is4xxClientError()) {
            return page(
                    request,
                    response,
                    HttpStatus.valueOf(error.getStatusCode().value()),
                    "This request cannot be understood",
                    List.of("Go back and use the page's own links and buttons."));
        }
        LOG.error("Incident", e);
        return page(
                request,
                response,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong on our side",
                List.of("It is in the log as incident " + MDC.get("requestId") + "."));
    }

    private ModelAndView page(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String title,
            List<String> sentences) {
        response.setStatus(status.value());
        ModelAndView page = new ModelAndView("console/failure", status);
        Authentication visitor = SecurityContextHolder.getContext().getAuthentication();
        page.addObject("me", frame.me(visitor));
        page.addObject("places", frame.places(visitor, request));
        page.addObject("title", title);
        page.addObject("sentences", sentences);
        return page;
    }
}
