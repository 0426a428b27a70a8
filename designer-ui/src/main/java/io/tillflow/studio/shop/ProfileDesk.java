package io.tillflow.studio.shop;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The shop's settings, kept by merchants; each change in the audit. */
@Service
@RolesAllowed(Role.Is.MERCHANT)
public class ProfileDesk {
    private static final String LOGO = "/admin/profile/logo";

    private final ShopWire wire;
    private final Audit audit;
    private final CurrentUser user;

    ProfileDesk(ShopWire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    Profile.Whole now() {
        return wire.get("/admin/profile", Profile.Whole.class);
    }

    void keep(Profile.Draft draft) {
        Profile before = now().profile();
        wire.send("PUT", "/admin/profile", Map.of("seen", draft.seen(), "profile", draft.profile(), "by", user.name()));
        audit.record("shop.settings-changed", "shop/profile", before, draft.profile());
    }

    Profile.Logo logo() {
        return wire.get(LOGO, Profile.Logo.class);
    }

    /** Answers what the shop made of it. */
    Profile.Logo bringLogo(byte[] file) {
        Profile.Shown before = logo().shown();
        Profile.Logo now = wire.send("PUT", LOGO, Map.of("content", file, "by", user.name()), Profile.Logo.class);
        audit.record("shop.logo-changed", "shop/profile", before, now.shown());
        return now;
    }

    void removeLogo() {
        Profile.Shown before = logo().shown();
        wire.send("DELETE", LOGO + "?by=" + ShopBook.encoded(user.name()), null);
        audit.record("shop.logo-removed", "shop/profile", before, null);
    }
}
