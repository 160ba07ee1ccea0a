import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Usage: Validasi FILE PROFILE... — checks one PDF against veraPDF profiles ("3a", "ua1").
 *
 * <p>One line per profile "HASIL profile verdict assertions", and one line per failed rule
 * "GAGAL profile clause test count message", separated by tabs. Exit status 0 means "was
 * checked", not "passed".
 */
public final class Validasi {
    private static final int EVERY_FAILURE = -1;

    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        File file = new File(args[0]);
        for (int i = 1; i < args.length; i++) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(args[i]);
            if (flavour == PDFAFlavour.NO_FLAVOUR) {
                throw new IllegalArgumentException("Unknown profile " + args[i]);
            }
            try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                    PDFAValidator validator =
                            Foundries.defaultInstance()
                                    .createValidator(flavour, EVERY_FAILURE, false, true, false)) {
                print(args[i], validator.validate(parser));
            }
        }
    }

    private static void print(String profile, ValidationResult result) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> messages = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) {
                continue;
            }
            String rule =
                    assertion.getRuleId().getClause() + "\t" + assertion.getRuleId().getTestNumber();
            counts.merge(rule, 1, Integer::sum);
            messages.putIfAbsent(rule, assertion.getMessage().replaceAll("\\s+", " ").trim());
        }
        System.out.println(
                String.join(
                        "\t",
                        "HASIL",
                        profile,
                        result.isCompliant() ? "lulus" : "gagal",
                        Integer.toString(result.getTotalAssertions())));
        counts.forEach(
                (rule, count) ->
                        System.out.println(
                                String.join(
                                        "\t",
                                        "GAGAL",
                                        profile,
                                        rule,
                                        Integer.toString(count),
                                        messages.get(rule))));
    }
}
