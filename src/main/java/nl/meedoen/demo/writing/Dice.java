package nl.meedoen.demo.writing;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way at every load. */
public final class Dice {

    private final SplittableRandom random;

    /** Dice that fall the same way for the same seed. */
    public Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Other dice, so that what is thrown here does not change what is thrown there. */
    public Dice split() {
        return new Dice(random.split());
    }

    /** True in this part of all cases. */
    public boolean chance(double part) {
        return random.nextDouble() < part;
    }

    /** A number from the first to the last, both included. */
    public int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    /** Bits of all kinds. */
    public long bits() {
        return random.nextLong();
    }

    /** One of them. */
    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Which of the weights it falls on, by position. */
    public int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
