package io.tillflow.studio.shop;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Texts and pictures of products for programs. */
@RestController
@RequestMapping("/api/v1/shop")
class CatalogueApi {
    private final CatalogueDesk desk;

    CatalogueApi(CatalogueDesk desk) {
        this.desk = desk;
    }

    record Order(List<String> names) {}

    record Alts(Map<String, String> alts) {}

    @GetMapping("/words/{product}")
    ProductText.Whole words(@PathVariable String product) {
        return desk.words(product);
    }

    @PutMapping("/words/{product}/{language}")
    ProductText.Whole write(
            @PathVariable String product, @PathVariable String language, @RequestBody ProductText.Draft draft) {
        desk.write(product, language, draft);
        return desk.words(product);
    }

    /** What its colours and sizes are called in another language than English. */
    @PutMapping("/words/{product}/{language}/options")
    ProductText.Whole name(
            @PathVariable String product, @PathVariable String language, @RequestBody ProductText.Names names) {
        desk.name(product, language, names);
        return desk.words(product);
    }

    /** Of a variant, and of the same colour in other sizes. */
    @GetMapping("/pictures/{sku}")
    List<ProductText.Picture> pictures(@PathVariable String sku) {
        return desk.pictures(sku);
    }

    @PostMapping("/pictures/{sku}")
    List<ProductText.Picture> add(@PathVariable String sku, @RequestBody ProductText.Upload upload) {
        desk.add(sku, upload);
        return desk.pictures(sku);
    }

    /** The list names all there are, so that none is lost that came meanwhile. */
    @PutMapping("/pictures/{sku}")
    List<ProductText.Picture> order(@PathVariable String sku, @RequestBody Order order) {
        desk.order(sku, order.names());
        return desk.pictures(sku);
    }

    @DeleteMapping("/pictures/{sku}/{name}")
    List<ProductText.Picture> remove(@PathVariable String sku, @PathVariable String name) {
        desk.remove(sku, name);
        return desk.pictures(sku);
    }

    @PutMapping("/pictures/{sku}/{name}/texts")
    List<ProductText.Picture> say(@PathVariable String sku, @PathVariable String name, @RequestBody Alts said) {
        desk.say(sku, name, said.alts());
        return desk.pictures(sku);
    }
}
