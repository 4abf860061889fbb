package io.holdfast.value;

/** The mode of transport by which the goods arrive (UN/ECE Recommendation 19; each constant with its code). */
public enum TransportMode {
    /** 0 */
    NOT_SPECIFIED,
    /** 1 */
    MARITIME,
    /** 2 */
    RAIL,
    /** 3 */
    ROAD,
    /** 4 */
    AIR,
    /** 5 */
    MAIL,
    /** 6 */
    MULTIMODAL,
    /** 7 */
    FIXED_INSTALLATION,
    /** 8 */
    INLAND_WATER,
    /** 9 */
    NOT_APPLICABLE;

    /**
     * The mode with a UN/ECE code of 0 to 9.
     *
     * @throws InvalidValueException for another number
     */
    public static TransportMode ofCode(int code) {
        if (code < 0 || code > 9) {
            throw new InvalidValueException("transportMode", "must be a UN/ECE code of 0 to 9, is " + code);
        }
        return values()[code];
    }
}
