package org.caravanserai.exchange.deposit;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;

/**
 * What a publisher says about a deposit, as the schema of Crossref bounds it.
 *
 * @param prefix the DOI prefix that is the publisher's, such as {@code 10.5555}
 * @param proceedings what the abstracts together are called
 * @param publisher who publishes them and owns the prefix
 * @param isbn 13 digits, the last verified; empty if there is none
 * @param depositor who sends it
 * @param email where the report goes
 */
public record DepositDetails(
        String prefix, String proceedings, String publisher, String isbn, String depositor, String email) {

    /** @throws Refusal naming all that cannot be deposited like this */
    public DepositDetails {
        prefix = prefix.strip();
        proceedings = Clean.line(proceedings);
        publisher = Clean.line(publisher);
        isbn = isbn.replaceAll("[\\s-]", "");
        depositor = Clean.line(depositor);
        email = email.strip();
        var problems = new ArrayList<Refusal.Problem>();
        if (!prefix.matches("10\\.[0-9]{4,9}")) {
            problems.add(Refusal.Problem.at("prefix", "metadata.prefix.form"));
        }
        line("proceedings", proceedings, 511, problems);
        line("publisher", publisher, 255, problems);
        if (!isbn.isEmpty() && !isIsbn(isbn)) {
            problems.add(Refusal.Problem.at("isbn", "metadata.isbn.form"));
        }
        line("depositor", depositor, 130, problems);
        if (!isEmail(email)) {
            problems.add(Refusal.Problem.at("email", "metadata.email.form"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private static void line(String field, String words, int longest, List<Refusal.Problem> problems) {
        if (words.isEmpty()) {
            problems.add(Refusal.Problem.at(field, "metadata.required"));
        } else if (words.length() > longest) {
            problems.add(Refusal.Problem.at(field, "metadata.long", longest));
        }
    }

    private static boolean isEmail(String typed) {
        try {
            return new EmailAddress(typed).value().length() <= 200;
        } catch (Refusal notOne) {
            return false;
        }
    }

    private static boolean isIsbn(String digits) {
        if (!digits.matches("97[89][0-9]{10}")) {
            return false;
        }
        var sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += Character.digit(digits.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
