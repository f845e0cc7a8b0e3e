package io.github.planningmath.lifetime;

class MbgNbdPropertyTest implements BetaGeometricContract {

    @Override
    public int firstChance() {
        return MbgNbd.FIRST_CHANCE;
    }

    @Override
    public BetaGeometric process(BuyerModel model) {
        return ((MbgNbd) model).process();
    }
}
