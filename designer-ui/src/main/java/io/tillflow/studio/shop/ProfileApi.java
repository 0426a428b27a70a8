package io.tillflow.studio.shop;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shop's settings for programs. */
@RestController
@RequestMapping("/api/v1/shop/profile")
class ProfileApi {
    private final ProfileDesk desk;

    ProfileApi(ProfileDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Profile.Whole now() {
        return desk.now();
    }

    @PutMapping
    Profile.Whole keep(@RequestBody Profile.Draft draft) {
        desk.keep(draft);
        return desk.now();
    }

    @GetMapping("/logo")
    Profile.Logo logo() {
        return desk.logo();
    }

    /** Stands in the place of the one before. */
    @PutMapping("/logo")
    Profile.Logo bringLogo(@RequestBody Profile.LogoUpload upload) {
        return desk.bringLogo(upload.content());
    }

    /** The shop shows its name again. */
    @DeleteMapping("/logo")
    Profile.Logo removeLogo() {
        desk.removeLogo();
        return desk.logo();
    }
}
