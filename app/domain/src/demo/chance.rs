//! Chance that is the same at every run.

/// Numbers that look random and follow from what they are asked for: `SplitMix64` (Steele, Lea & Flood 2014), whose
/// starting point is made of a constant and of names or places. A team that is added changes no other's answers.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The numbers of this place.
    #[must_use]
    pub fn at(place: &[u64]) -> Self {
        let mut chance = Self(0x506c_756d_626c_696e);
        for part in place {
            chance.0 ^= part.wrapping_mul(0xd6e8_feb8_6659_fd93);
            chance.0 = chance.draw();
        }
        chance
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A whole number below `limit`, which must not be 0. So small a limit leaves no bias that shows.
    pub fn below(&mut self, limit: u32) -> u32 {
        u32::try_from(((self.draw() >> 32) * u64::from(limit)) >> 32).unwrap_or(0)
    }

    /// Whether something of a probability of one in so many happens.
    pub fn one_in(&mut self, many: u32) -> bool {
        self.below(many) == 0
    }

    /// A deviation of at most `reach` to either side, small ones more often.
    pub fn around(&mut self, reach: u32) -> i32 {
        let [a, b] = [self.below(reach + 1), self.below(reach + 1)];
        a.cast_signed() - b.cast_signed()
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn it_is_that_of_the_paper() {
        // The first numbers of SplitMix64 from 0, as published with it.
        let mut chance = Chance(0);
        assert_eq!([chance.draw(), chance.draw()], [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4]);
    }

    #[test]
    fn places_have_their_own_numbers() {
        let first = |place: &[u64]| Chance::at(place).draw();
        assert_eq!(first(&[1, 2]), first(&[1, 2]));
        let places = [first(&[]), first(&[0]), first(&[1, 2]), first(&[2, 1]), first(&[1, 2, 0])];
        for (i, number) in places.iter().enumerate() {
            assert!(!places[i + 1..].contains(number));
        }
    }

    #[test]
    fn deviations_stay_in_reach_and_even_out() {
        let mut chance = Chance::at(&[7]);
        let all: Vec<i32> = (0..2_000).map(|_| chance.around(50)).collect();
        assert!(all.iter().all(|deviation| (-50..=50).contains(deviation)));
        assert!(all.iter().sum::<i32>().abs() < 2_000 * 3);
    }
}
