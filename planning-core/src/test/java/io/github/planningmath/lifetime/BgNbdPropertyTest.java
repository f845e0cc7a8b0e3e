package io.github.planningmath.lifetime;

class BgNbdPropertyTest implements BetaGeometricContract {

    @Override
    public int firstChance() {
        return BgNbd.FIRST_CHANCE;
    }

    @Override
    public BetaGeometric process(BuyerModel model) {
        return ((BgNbd) model).process();
    }
}
