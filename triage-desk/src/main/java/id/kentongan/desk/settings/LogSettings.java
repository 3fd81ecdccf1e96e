package id.kentongan.desk.settings;

/**
 * Where alerts are looked up while a case is studied.
 *
 * @param days for which the logbook keeps alerts; 0 keeps none
 * @param rows of the logbook at most
 * @param wazuh4 address in the dashboard of Wazuh 4, with places in braces; empty shows no link
 * @param wazuh5 likewise of Wazuh 5
 */
public record LogSettings(int days, long rows, String wazuh4, String wazuh5) {}
