//! Small values as templates hand them over: owned, lent, or lent twice.

use crate::Theme;
use plenum_model::digest;
use plenum_model::lineage::Change;
use plenum_model::{DocumentKind, PartialDate, Standing};

/// A small value, owned or lent.
pub trait Lent<T> {
    /// The value.
    fn lent(&self) -> T;
}

impl<T, L: Lent<T> + ?Sized> Lent<T> for &L {
    fn lent(&self) -> T {
        (**self).lent()
    }
}

/// A whole number of any width, owned or lent.
pub trait Whole {
    /// The number.
    fn whole(&self) -> u64;
}

impl<L: Whole + ?Sized> Whole for &L {
    fn whole(&self) -> u64 {
        (**self).whole()
    }
}

macro_rules! lent {
    ($($kind:ty),*) => {$(
        impl Lent<$kind> for $kind {
            fn lent(&self) -> $kind {
                *self
            }
        }
    )*};
}
lent!(Theme, Change, DocumentKind, PartialDate, Option<PartialDate>, Standing);
lent!(digest::Kind, digest::State, digest::Section, digest::Act);

macro_rules! whole {
    ($($kind:ty),*) => {$(
        impl Whole for $kind {
            fn whole(&self) -> u64 {
                *self as u64
            }
        }
    )*};
}
whole!(u8, u16, u32, u64, usize);
