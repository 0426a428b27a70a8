package io.tillflow.plumbing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.RequestPath;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Spring's routes, looked at only where their first, fixed part is the path's. For a path with a variable Spring compares
 * method, parameters, headers and pattern of every route there is: a tenth of what the shop computed.
 */
final class Routes extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        return mayMatch(route, request) ? super.getMatchingMapping(route, request) : null;
    }

    private boolean mayMatch(RequestMappingInfo route, HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            return true;
        }
        RequestPath asked = ServletRequestPathUtils.getParsedRequestPath(request);
        String path = asked.pathWithinApplication().value();
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            // patterns match what such a path means, not what it says
            return true;
        }
        for (String beginning : beginnings.computeIfAbsent(route, Routes::beginnings)) {
            if (path.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> beginnings(RequestMappingInfo route) {
        PathPatternsRequestCondition paths = route.getPathPatternsCondition();
        return paths == null
                ? List.of("")
                : paths.getPatterns().stream().map(Routes::beginning).toList();
    }

    /** What every path of a pattern begins with; "/a/**" and "/a/{*rest}" match "/a", too. */
    static String beginning(PathPattern pattern) {
        String text = pattern.getPatternString();
        int end = 0;
        while (end < text.length() && "{*?\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end > 0 && end < text.length() && text.charAt(end - 1) == '/'
                ? text.substring(0, end - 1)
                : text.substring(0, end);
    }
}
