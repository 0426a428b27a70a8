package io.tillflow.studio.documents;

import org.apache.batik.bridge.ExternalResourceSecurity;
import org.apache.batik.bridge.NoLoadExternalResourceSecurity;
import org.apache.batik.bridge.NoLoadScriptSecurity;
import org.apache.batik.bridge.ScriptSecurity;
import org.apache.batik.bridge.UserAgentAdapter;
import org.apache.batik.util.ParsedURL;
import org.jspecify.annotations.Nullable;

/** A drawing reaches nothing outside itself: it loads no files and runs no scripts. */
final class Sealed extends UserAgentAdapter {
    @Override
    public ExternalResourceSecurity getExternalResourceSecurity(ParsedURL resource, @Nullable ParsedURL document) {
        return new NoLoadExternalResourceSecurity();
    }

    @Override
    public ScriptSecurity getScriptSecurity(String type, ParsedURL script, @Nullable ParsedURL document) {
        return new NoLoadScriptSecurity(type);
    }
}
