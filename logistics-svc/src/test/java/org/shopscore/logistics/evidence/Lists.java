package org.shopscore.logistics.evidence;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the lists behind a shop's measures. */
record Lists(String shopId) {

    /** A list read to its end, page by page. */
    record Read(List<String> refs, List<Long> amounts, int pages, long pageSums, List<Long> totals) {

        long sum() {
            return amounts.stream().mapToLong(Long::longValue).sum();
        }
    }

    String address(String measure, LocalDate from, LocalDate to) {
        return "/v1/shops/%s/evidence?measure=%s&from=%s&to=%s".formatted(shopId, measure, from, to);
    }

    ValidatableResponse get(String measure, LocalDate from, LocalDate to, String more) {
        return given().get(address(measure, from, to) + more).then();
    }

    String csv(String measure, LocalDate from, LocalDate to) {
        return given().accept("text/csv")
                .get(address(measure, from, to))
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
    }

    Read all(String measure, LocalDate from, LocalDate to, int pageSize) {
        var refs = new ArrayList<String>();
        var amounts = new ArrayList<Long>();
        var totals = new ArrayList<Long>();
        long pageSums = 0;
        String token = "";
        while (token != null) {
            JsonPath page = get(measure, from, to, "&pageSize=" + pageSize + "&pageToken=" + token)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            refs.addAll(page.getList("facts.ref", String.class));
            amounts.addAll(page.getList("facts.amount", Long.class));
            totals.add(page.getLong("total"));
            pageSums += page.getLong("pageSum");
            token = page.getString("nextPageToken");
        }
        return new Read(refs, amounts, totals.size(), pageSums, totals);
    }
}
