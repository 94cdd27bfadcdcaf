package org.caravanserai.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages for what went wrong, in the reader's language and our own layout: what happened, and what to do. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request, PageReader reader) {
        var status = status(request);
        var from = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        // The language links lead to the page that was asked for, not to this one.
        var here = reader.as(reader.language(), reader.zone(), from instanceof String path ? path : "/", "");
        return switch (status) {
            case NOT_FOUND -> page(here, status, "shell.notFound.title", here.get("shell.notFound.text"));
            case FORBIDDEN, UNAUTHORIZED -> page(here, status, "shell.noAccess.title", here.get("shell.noAccess.text"));
            case CONTENT_TOO_LARGE -> page(here, status, "shell.error.size.title", here.get("shell.error.size.text"));
            case TOO_MANY_REQUESTS -> page(here, status, "shell.error.many.title", here.get("shell.error.many.text"));
            default -> {
                if (status.is4xxClientError()) {
                    yield page(here, status, "shell.error.request.title", here.get("shell.error.request.text"));
                }
                var code = Ids.code();
                LOG.error("Fault {} on the way to {}", code, from);
                yield page(here, status, "shell.fault.title", here.get("shell.fault.view", code));
            }
        };
    }

    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> machine(HttpServletRequest request) {
        var status = status(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of("status", status.value(), "title", status.getReasonPhrase()));
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, PageReader reader) {
        var sentence = String.join(
                " ", refusal.problems().stream().map(reader::get).distinct().toList());
        return page(reader, HttpStatus.BAD_REQUEST, "shell.error.request.title", sentence);
    }

    private static ModelAndView page(PageReader reader, HttpStatus status, String titleKey, String sentence) {
        var view = new ModelAndView(
                "shell/error", Map.of("page", reader.page(reader.get(titleKey)), "sentence", sentence));
        view.setStatus(status);
        return view;
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
