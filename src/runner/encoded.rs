//! Values as bytes: how messages travel, and how the page keeps what only workers read.

use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

/// The bytes of a message.
#[expect(clippy::expect_used, reason = "no message holds a sequence whose length is unknown beforehand")]
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_stdvec(message).expect("a message has a form in bytes")
}

/// The message in these bytes.
///
/// # Errors
/// When the bytes are no such message.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, postcard::Error> {
    postcard::from_bytes(bytes)
}

/// A value as its bytes, which can be kept, copied and sent on without being read. So the page's module needs no code
/// for what is in a tally: it holds the bytes, and a worker reads them.
pub struct Encoded<T> {
    bytes: Rc<[u8]>,
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize> Encoded<T> {
    /// The bytes of a value.
    pub fn of(value: &T) -> Self {
        Self { bytes: encode(value).into(), of: PhantomData }
    }
}

impl<T: DeserializeOwned> Encoded<T> {
    /// The value in the bytes.
    ///
    /// # Errors
    /// When the bytes are no such value.
    pub fn read(&self) -> Result<T, postcard::Error> {
        decode(&self.bytes)
    }
}

impl<T> Clone for Encoded<T> {
    fn clone(&self) -> Self {
        Self { bytes: self.bytes.clone(), of: PhantomData }
    }
}

impl<T> PartialEq for Encoded<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<T> fmt::Debug for Encoded<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.bytes.len())
    }
}

impl<T> Serialize for Encoded<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.bytes)
    }
}

impl<'de, T> Deserialize<'de> for Encoded<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self { bytes: from.deserialize_bytes(AsBytes)?, of: PhantomData })
    }
}

struct AsBytes;

impl Visitor<'_> for AsBytes {
    type Value = Rc<[u8]>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(bytes.into())
    }
}
