//! Files read in a worker of their own: whatever a file holds, the page answers meanwhile, and to stop is to end the worker.

use super::super::encoded::{decode, encode};
use super::super::files::ReadsFiles;
use super::pool::{WorkerUrls, start_worker};
use super::worker::{post_bytes, scope};
use gloo::events::EventListener;
use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, FileReaderSync, MessageEvent};

/// Bytes that are read at a time, and of those that are taken at a time: what a packed file lets in by one stays in bounds.
const PIECE: f64 = 1_048_576.0;
const BITE: usize = 131_072;

/// What a reader says; of a question by its number.
#[derive(Serialize, Deserialize)]
enum Said<T> {
    /// It hears from now on: what was said before is lost.
    Ready,
    /// So many rows have been read.
    Rows(u32, u64),
    Made(u32, T),
}

/// Reads the files that the page gives it from now on. Nothing happens where this is not a worker.
pub fn serve<R: ReadsFiles + 'static>(mut reads: R) {
    let Some(scope) = scope() else { return };
    let here = scope.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let said: Array = event.data().unchecked_into();
        let (asked, file) = (Uint8Array::new(&said.get(0)).to_vec(), said.get(1).unchecked_into::<Blob>());
        // The page and this worker are of one build; what is no question is none.
        let Ok((number, asked)) = decode::<(u32, R::Asked)>(&asked) else { return };
        let say = |rows| post_bytes(&here, &encode(&Said::<R::Made>::Rows(number, rows)));
        let is_whole = !reads.begin(asked) || is_read(&file, &mut reads, say);
        post_bytes(&here, &encode(&Said::Made(number, reads.finish(is_whole))));
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    post_bytes(&scope, &encode(&Said::<R::Made>::Ready));
}

/// Reads a file piece by piece, as far as it is wanted; false if the browser cannot read all of it.
fn is_read<R: ReadsFiles>(file: &Blob, reads: &mut R, say: impl Fn(u64)) -> bool {
    let Ok(reader) = FileReaderSync::new() else { return false };
    let mut at = 0.0;
    while at < file.size() {
        let piece = file.slice_with_f64_and_f64(at, at + PIECE).and_then(|piece| reader.read_as_array_buffer(&piece));
        let Ok(piece) = piece else { return false };
        if !Uint8Array::new(&piece).to_vec().chunks(BITE).all(|bite| reads.push(bite)) {
            break;
        }
        at += PIECE;
        say(reads.rows());
    }
    true
}

/// What a page hears of the question that it asked last; what comes of an older one it does not hear.
pub enum Heard<T> {
    /// So many rows have been read.
    Rows(u64),
    Made(T),
    /// The worker has broken.
    Lost,
    /// The worker could not be fetched.
    Missing,
}

/// How far a worker has come.
#[derive(Default)]
struct Begins {
    is_ready: Cell<bool>,
    /// What it is asked as soon as it is.
    waits: RefCell<Option<Array>>,
    /// The number of the newest question.
    newest: Cell<u32>,
}

/// A worker that reads files, of a page. It ends when this is dropped, whatever it was doing.
pub struct Reader<A> {
    worker: web_sys::Worker,
    begins: Rc<Begins>,
    _listeners: [EventListener; 3],
    asks: PhantomData<fn(A)>,
}

impl<A: Serialize> Reader<A> {
    /// Starts one, from the addresses that the page's boot script laid ready (`globalThis.kedjaReader`); `None` where no worker
    /// can be started.
    pub fn start<T: DeserializeOwned>(hear: impl Fn(Heard<T>) + Clone + 'static) -> Option<Self> {
        let urls = WorkerUrls::of(&Reflect::get(&js_sys::global(), &"kedjaReader".into()).ok()?)?;
        let worker = start_worker(&urls).ok()?;
        let begins = Rc::new(Begins::default());
        let lost = || {
            let (hear, its) = (hear.clone(), begins.clone());
            move |_: &web_sys::Event| hear(if its.is_ready.get() { Heard::Lost } else { Heard::Missing })
        };
        let (heard, its, to) = (hear.clone(), begins.clone(), worker.clone());
        let said = move |event: &web_sys::Event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            let bytes = data.and_then(|data| data.dyn_into::<ArrayBuffer>().ok());
            heard(match bytes.and_then(|bytes| decode(&Uint8Array::new(&bytes).to_vec()).ok()) {
                Some(Said::Ready) => {
                    its.is_ready.set(true);
                    match its.waits.take().map(|asked| to.post_message(&asked)) {
                        Some(Err(_)) => Heard::Lost,
                        _ => return,
                    }
                }
                Some(Said::Rows(number, _) | Said::Made(number, _)) if number != its.newest.get() => return,
                Some(Said::Rows(_, rows)) => Heard::Rows(rows),
                Some(Said::Made(_, made)) => Heard::Made(made),
                None => Heard::Lost,
            });
        };
        let listeners = [
            EventListener::new(&worker, "message", said),
            EventListener::new(&worker, "error", lost()),
            EventListener::new(&worker, "messageerror", lost()),
        ];
        Some(Self { worker, begins, _listeners: listeners, asks: PhantomData })
    }

    /// Asks about a file. What is asked before it is ready, it is asked then: the newest question only.
    ///
    /// # Errors
    /// What the browser says, where the file can't be given.
    pub fn ask(&self, asked: &A, file: &Blob) -> Result<(), JsValue> {
        let number = self.begins.newest.get() + 1;
        self.begins.newest.set(number);
        let asked = Array::of2(&Uint8Array::from(encode(&(number, asked)).as_slice()), file);
        if self.begins.is_ready.get() {
            return self.worker.post_message(&asked);
        }
        self.begins.waits.replace(Some(asked));
        Ok(())
    }
}

impl<A> Drop for Reader<A> {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
