//! Job roles: who answers. (Rights, what an account may do, are another thing and another type.)

/// A job role. A respondent may have several and is asked the items of any of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum JobRole {
    /// Data scientist.
    Ds,
    /// Machine-learning engineer.
    Mle,
    /// Data engineer.
    De,
    /// Operations: DevOps, site reliability, platform.
    Ops,
    /// Software engineer.
    Swe,
    /// Manager or lead.
    Mgr,
    /// Product owner.
    Po,
    /// Governance, risk and compliance.
    Grc,
    /// Executive.
    Exe,
}

impl JobRole {
    /// All nine, in the instrument's order.
    pub const ALL: [Self; 9] =
        [Self::Ds, Self::Mle, Self::De, Self::Ops, Self::Swe, Self::Mgr, Self::Po, Self::Grc, Self::Exe];

    /// The short name used in files and forms, such as `MLE`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ds => "DS",
            Self::Mle => "MLE",
            Self::De => "DE",
            Self::Ops => "OPS",
            Self::Swe => "SWE",
            Self::Mgr => "MGR",
            Self::Po => "PO",
            Self::Grc => "GRC",
            Self::Exe => "EXE",
        }
    }

    /// Reads a short name; `None` for anything else.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }
}

impl std::fmt::Display for JobRole {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

/// A set of job roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RoleSet(u16);

impl RoleSet {
    /// The technical roles, written `TECH` in an instrument: they are asked everything.
    pub const TECH: Self = Self(0b0_0011_1111);

    /// The set with `role` added.
    #[must_use]
    pub const fn with(self, role: JobRole) -> Self {
        Self(self.0 | (1 << role as u16))
    }

    /// The roles of both sets.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `role` is in the set.
    #[must_use]
    pub const fn contains(self, role: JobRole) -> bool {
        self.0 & (1 << role as u16) != 0
    }

    /// Whether the sets share a role.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is no role in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its roles, in the instrument's order.
    pub fn iter(self) -> impl Iterator<Item = JobRole> {
        JobRole::ALL.into_iter().filter(move |role| self.contains(*role))
    }
}

impl FromIterator<JobRole> for RoleSet {
    fn from_iter<I: IntoIterator<Item = JobRole>>(roles: I) -> Self {
        roles.into_iter().fold(Self::default(), Self::with)
    }
}
