package nl.meedoen.participants.intake.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.meedoen.participants.reference.PlainText;

/** What a column of a registration file may hold, with the headings under which it is found. */
public enum RegistrationField {
    GIVEN_NAMES("voornaam|voornamen|given name|given names|first name|first names|forename|naam|name|volledige naam"
            + "|full name|naam deelnemer|deelnemer|naam kandidaat|kandidaat|naam client"),
    SURNAME("achternaam|familienaam|geslachtsnaam|surname|last name|family name|achternamen|naam achternaam"),
    INFIX("tussenvoegsel|tussenvoegsels|voorvoegsel|voorvoegsels|tussenv|tv|infix|prefix|name prefix"),
    PREFERRED_NAME("roepnaam|preferred name|nickname|called|aanspreeknaam"),
    BIRTH_DATE(
            "geboortedatum|geb datum|geboren|geboren op|gebdat|geboorte datum|date of birth|birth date|birthday|dob|born"),
    GENDER("geslacht|gender|sex|m v|m v x|man vrouw|geslacht m v x|geslacht m v"),
    COUNTRY(
            "land van herkomst|herkomstland|land|country|country of origin|geboorteland|nationaliteit|nationality|land herkomst"
                    + "|country of birth|herkomst"),
    LANGUAGE(
            "moedertaal|taal|talen|voorkeurstaal|spreektaal|mother tongue|native language|language|first language|contacttaal"),
    MUNICIPALITY(
            "gemeente|woonplaats|woongemeente|plaats|municipality|town|city|place of residence|gemeente van inschrijving"),
    PHONE(
            "telefoon|telefoonnummer|tel|tel nr|telnr|telefoonnr|mobiel|mobiele nummer|mobiel nummer|gsm|06 nummer|phone|phone number"
                    + "|telephone|mobile|mobile number|mobile phone|06"),
    EMAIL("e-mail|email|mail|e-mailadres|mailadres|email address|e-mail address|emailadres"),
    LANGUAGE_LEVEL(
            "taalniveau|niveau|niveau nederlands|taalniveau nederlands|niveau nl|language level|level|dutch level|level of dutch|cefr|erk"),
    BENEFIT(
            "bijstand|uitkering|bijstandsuitkering|bijstand ja nee|p-wet|pw|participatiewet|benefit|benefits|social assistance|on benefit"),
    LEARNING_ROUTE("leerroute|route|inburgeringsroute|learning route|integration route|leerroute inburgering"),
    CLIENT_NUMBER(
            "klantnummer|klantnr|clientnummer|clientnr|dossiernummer|klant nummer|client number|client no|customer number|case number|referentie|kenmerk"),
    REMARK(
            "opmerking|opmerkingen|toelichting|bijzonderheden|notitie|notities|remark|remarks|comment|comments|note|notes");

    private final List<String> headings;

    RegistrationField(String headings) {
        this.headings =
                Arrays.stream(headings.split("\\|", -1)).map(PlainText::fold).toList();
    }

    /** The folded headings under which this field is known, the most usual first. */
    List<String> headings() {
        return headings;
    }

    /** The key of this field's name in the message files: "registration.field.given-names". */
    public String messageKey() {
        return "registration.field." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
